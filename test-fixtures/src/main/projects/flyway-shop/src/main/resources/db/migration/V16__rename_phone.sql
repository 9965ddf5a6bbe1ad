alter table customers rename column phone to phone_number;
