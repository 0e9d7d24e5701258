-- the administrators' lists: staff by name, what one account did and what happened to one object
create index account_staff on identity.account (name, id) where kind = 'staff';
create index security_log_by_account on identity.security_log (account, at);
create index security_log_by_object on identity.security_log (object, at);
