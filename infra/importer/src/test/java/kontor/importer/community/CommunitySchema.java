package kontor.importer.community;

/** The tables as the models of shop-db2 describe them to SQLite. */
final class CommunitySchema {

    static final String TABLES = """
            create table ranks (
                id integer not null primary key, name varchar(32) not null unique, active boolean not null,
                debt_limit integer, is_system_user boolean not null);
            create table users (
                id integer not null primary key, creation_date datetime not null, firstname varchar(32),
                lastname varchar(32) not null, password varchar(256), is_verified boolean not null,
                image_upload_id integer references uploads (id));
            create table userverifications (
                id integer not null primary key, timestamp datetime not null,
                admin_id integer not null references users (id),
                user_id integer not null unique references users (id));
            create table adminupdates (
                id integer not null primary key, timestamp datetime not null, is_admin boolean not null,
                admin_id integer not null references users (id), user_id integer not null references users (id));
            create table rankupdates (
                id integer not null primary key, timestamp datetime not null,
                user_id integer not null references users (id), rank_id integer not null references ranks (id),
                admin_id integer not null references users (id));
            create table uploads (
                id integer not null primary key, timestamp datetime not null,
                admin_id integer not null references users (id), filename varchar(64) not null unique);
            create table tags (
                id integer not null primary key, name varchar(24) not null unique,
                created_by integer not null references users (id), is_for_sale boolean not null default 1);
            create table products (
                id integer not null primary key, creation_date datetime not null,
                created_by integer not null references users (id), name varchar(64) not null unique,
                barcode varchar(32) unique, active boolean not null, countable boolean not null,
                revocable boolean not null, image_upload_id integer references uploads (id));
            create table productprices (
                id integer not null primary key, timestamp datetime not null, price integer not null,
                product_id integer not null references products (id), admin_id integer not null references users (id));
            create table product_tag_assignments (
                product_id integer references products (id), tag_id integer references tags (id));
            create table deposits (
                id integer not null primary key, timestamp datetime not null,
                user_id integer not null references users (id), admin_id integer not null references users (id),
                amount integer not null, comment varchar(64) not null, revoked boolean not null);
            create table depositrevokes (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                admin_id integer not null references users (id), deposit_id integer not null references deposits (id));
            create table replenishmentcollections (
                id integer not null primary key, timestamp datetime not null,
                admin_id integer not null references users (id), seller_id integer not null references users (id),
                revoked boolean not null, comment varchar(64) not null);
            create table replenishmentcollectionrevoke (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                admin_id integer not null references users (id),
                replcoll_id integer not null references replenishmentcollections (id));
            create table replenishments (
                id integer not null primary key,
                replcoll_id integer not null references replenishmentcollections (id),
                product_id integer not null references products (id), revoked boolean not null,
                amount integer not null, total_price integer not null);
            create table replenishmentrevoke (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                admin_id integer not null references users (id),
                repl_id integer not null references replenishments (id));
            create table purchases (
                id integer not null primary key, timestamp datetime not null, admin_id integer references users (id),
                user_id integer not null references users (id), product_id integer not null references products (id),
                productprice integer not null, amount integer not null, revoked boolean not null);
            create table purchaserevokes (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                purchase_id integer not null references purchases (id));
            create table stocktakingcollections (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                admin_id integer not null references users (id));
            create table stocktakingcollectionrevokes (
                id integer not null primary key, timestamp datetime not null, revoked boolean not null,
                admin_id integer not null references users (id),
                collection_id integer not null references stocktakingcollections (id));
            create table stocktakings (
                id integer not null primary key, count integer not null,
                product_id integer not null references products (id),
                collection_id integer not null references stocktakingcollections (id));
            create table alembic_version (version_num varchar(32) not null primary key);
            insert into alembic_version values ('0f534f276238')
            """;

    private CommunitySchema() {}
}
