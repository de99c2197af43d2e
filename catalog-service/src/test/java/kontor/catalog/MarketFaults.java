package kontor.catalog;

import kontor.testkit.trial.PlantedFaults;

/** What the queries about listings and purchases must see. */
final class MarketFaults {

    static final PlantedFaults ALL = PlantedFaults.of("""
            INV-13-a-listing: update listing set reserved = reserved - 1 where reserved > 0
            INV-13-a-listing: update listing_reservation set state = 'RELEASED' where state = 'HELD'
            INV-14-a-listing: update deal set accepted = false
              where purchase_id in (select purchase_id from listing_reservation where state = 'HELD')
            INV-14-a-listing: delete from listing_reservation where state = 'HELD'
            INV-14-a-listing: update listing_reservation set quantity = quantity + 1 where state = 'CONSUMED'
            INV-14-a-listing: update listing_reservation set state = 'CONSUMED'
              where id = (select max(r.id) from listing_reservation r where r.state = 'HELD' and exists
              (select from listing_reservation o where o.purchase_id = r.purchase_id and o.id <> r.id))
            INV-22: alter table listing drop constraint listing_active_is_complete;
              update listing set quantity = 0, reserved = 0 where status = 'ACTIVE'
            INV-22: alter table listing drop constraint listing_active_is_complete;
              update listing set title = null where status = 'ACTIVE'
            INV-22: update known_member set status = 'ANONYMISED'
              where id in (select seller_id from listing where status <> 'CLOSED')
            INV-36-a-picture-of-a-listing: update listing_image
              set upload_id = (select max(id) from upload where purpose = 'MEMBER') where position = 1
            INV-36-a-picture-of-a-listing: update listing_image set position = 8 where position = 1
            INV-36-a-picture-of-a-listing: update listing set seller_id = gen_random_uuid()
              where id in (select listing_id from listing_image)
            INV-37-decisions-on-purchases: delete from audit where action = 'reserve-listing'
            INV-37-decisions-on-purchases: delete from audit where action = 'consume-listing'
            INV-37-decisions-on-purchases: update audit set actor_id = gen_random_uuid()
              where action = 'release-listing'
            INV-37-decisions-on-purchases: insert into audit
              (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, action, target_type, target_id, at, correlation_id
              from audit where action = 'refuse-listing' limit 1
            INV-37-a-listing: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select gen_random_uuid(), 'close-listing', 'listing', cast(id as text), now(), 'x'
              from listing where status = 'ACTIVE' limit 1
            INV-37-a-listing: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, action, target_type, target_id, at, correlation_id
              from audit where action = 'close-listing' limit 1
            INV-37-a-listing: update audit
              set actor_id = (select seller_id from listing where cast(id as text) = target_id)
              where action = 'close-listing'
            """);

    private MarketFaults() {}
}
