-- One schema a module, entered by that module alone. tongban_owner (who runs this) owns everything; tongban_app may
-- read and write rows. A table that only grows takes UPDATE and DELETE away again and begins its comment with 只追加:
-- start-up refuses if they are still there.
revoke all on schema public from public;

do $$
declare
    module text;
begin
    foreach module in array array['places', 'calendar', 'identity', 'catalogue', 'files', 'records', 'casework',
                                  'appointments', 'payments', 'documents', 'exchange', 'notices', 'ratings',
                                  'supervision']
    loop
        execute format('create schema %I', module);
        execute format('grant usage on schema %I to tongban_app', module);
        execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to tongban_app', module);
        execute format('alter default privileges in schema %I grant usage on sequences to tongban_app', module);
    end loop;
end
$$;
