import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server'
import { expect, it } from 'vitest'
import { newsOf, routerOf, sentencesOf } from './derive.ts'
import { features } from './features.ts'
import type { Feature } from './guard/feature.ts'
import { unknown } from './work/history.ts'

const all: readonly Feature[] = features
const { procedures } = (routerOf(features) as AnyTRPCRouter)._def
const calls = Object.entries<AnyTRPCProcedure>(procedures)
const changes = calls.filter(([, { _def }]) => _def.type === 'mutation').map(([name]) => name)
const sentences = sentencesOf(features)
const quiet = all.flatMap(({ name, quiet = {} }) => Object.keys(quiet).map((verb) => `${name}.${verb}`))

it('has one name per feature', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

it('writes every change into the history, or says why not', () => {
  expect(changes.length).toBeGreaterThan(40)
  expect(changes.filter((name) => sentences.has(name) === quiet.includes(name))).toEqual([])
  expect(quiet.filter((name) => !changes.includes(name))).toEqual([])
})

it('writes every export into the history', () => {
  const files = all.flatMap(({ routes = [] }) => routes).filter(({ address }) => address.endsWith('.csv'))
  const exports = [
    ...files.map(({ name }) => name),
    ...calls.map(([name]) => name).filter((name) => /\.export/.test(name)),
  ]
  expect(exports.length).toBeGreaterThanOrEqual(4)
  expect(exports.filter((name) => !sentences.has(name))).toEqual([])
})

it.each([...sentences.values()])('tells $action of an entry that has nothing, too', ({ tell }) => {
  const told = tell({} as never, (permission) => permission)
  expect(told).not.toMatch(/undefined|null|NaN|\[object/)
  expect(told.replaceAll(unknown, '').length).toBeGreaterThan(5)
})

it('tells its news to somebody', () => {
  const toNobody = [...newsOf(features)].filter(([, permissions]) => permissions?.length === 0)
  expect(toNobody).toEqual([])
})
