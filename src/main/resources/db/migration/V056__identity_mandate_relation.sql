-- what the one who acts is to the one acted for: it says which proof is due and where a service lets them act
alter table identity.mandate add column relation text not null default '委托代理人';
alter table identity.mandate alter column relation drop default;
-- as the lists of both show them; the identities themselves stand here only as their keyed digests
alter table identity.mandate add column principal_masked text not null default '';
alter table identity.mandate add column agent_masked text not null default '';
comment on column identity.mandate.relation is '代办关系：监护人、近亲属、委托代理人、单位经办人、村（居）委会';
