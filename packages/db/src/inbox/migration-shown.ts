// What a visitor is shown is numbered by what they may see: `seq` counts the team's notes too, and its gaps told how many.
// `shown` is a message's number among those that the visitor sees, dense from 1; null for what they do not.
export const shown = [
  `alter table chat add column shown_seq integer not null default 0`,
  `alter table message add column shown integer`,
  // Who owns a table is behind its wall too.
  `alter table chat no force row level security`,
  `alter table message no force row level security`,
  `update message m set shown = n.shown from (select account_id, id,
      row_number() over (partition by account_id, chat_id order by seq) as shown
      from message where kind = 'message') n
    where m.account_id = n.account_id and m.id = n.id`,
  `update chat c set shown_seq = n.shown from (select account_id, chat_id, max(shown) as shown
      from message where shown is not null group by 1, 2) n
    where c.account_id = n.account_id and c.id = n.chat_id`,
  `alter table chat force row level security`,
  `alter table message force row level security`,
  // Whoever writes a message gets its number from here; the hottest path counts by itself.
  `create function number_shown() returns trigger language plpgsql as $$
begin
  update chat set shown_seq = shown_seq + 1 where account_id = new.account_id and id = new.chat_id
    returning shown_seq into new.shown;
  return new;
end $$`,
  `create trigger number_shown before insert on message for each row
    when (new.kind = 'message' and new.shown is null) execute function number_shown()`,
]
