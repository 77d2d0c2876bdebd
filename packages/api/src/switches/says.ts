import { onOff, sentences } from '../work/history.ts'

/** Entries of old keep the name of the column. */
const renamed = { widget_shown: 'widgetShown' }

export const says = sentences(
  'switches',
  {
    setOnline: (d: { online: boolean }) => `Switched “Our team is online” ${onOff(d.online)}`,
    setWidget: (d: { widgetShown: boolean }) => `Switched “Widget is shown” ${onOff(d.widgetShown)}`,
  },
  renamed,
)
