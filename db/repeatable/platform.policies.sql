-- The application reads the key it signs cookies with and makes the first one; a key is never changed in place.
grant select, insert on signing_key to brobyg_app;
