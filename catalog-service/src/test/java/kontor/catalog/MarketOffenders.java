package kontor.catalog;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What the queries about listings and purchases must see, by the beginning of a file's name. */
final class MarketOffenders {

    private static final String INCOMPLETE = "alter table listing drop constraint listing_active_is_complete;";
    private static final String AUDITED =
            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id) ";

    static final Map<String, List<String>> ALL = Map.ofEntries(
            entry(
                    "INV-13-a-listing",
                    List.of(
                            "update listing set reserved = reserved - 1 where reserved > 0",
                            "update listing_reservation set state = 'RELEASED' where state = 'HELD'")),
            entry(
                    "INV-14-a-listing",
                    List.of(
                            "update deal set accepted = false where purchase_id in"
                                    + " (select purchase_id from listing_reservation where state = 'HELD')",
                            "delete from listing_reservation where state = 'HELD'",
                            "update listing_reservation set quantity = quantity + 1 where state = 'CONSUMED'",
                            "update listing_reservation set state = 'CONSUMED' where id = (select max(r.id)"
                                    + " from listing_reservation r where r.state = 'HELD' and exists (select"
                                    + " from listing_reservation o where o.purchase_id = r.purchase_id"
                                    + " and o.id <> r.id))")),
            entry(
                    "INV-22",
                    List.of(
                            INCOMPLETE + "update listing set quantity = 0 where status = 'ACTIVE' and reserved = 0",
                            INCOMPLETE + "update listing set title = null where status = 'ACTIVE'",
                            "update known_member set status = 'ANONYMISED'"
                                    + " where id in (select seller_id from listing where status <> 'CLOSED')")),
            entry(
                    "INV-36-a-picture-of-a-listing",
                    List.of(
                            "update listing_image set upload_id ="
                                    + " (select max(id) from upload where purpose = 'MEMBER') where position = 1",
                            "update listing_image set position = 8 where position = 1",
                            "update listing set seller_id = gen_random_uuid()"
                                    + " where id in (select listing_id from listing_image)")),
            entry(
                    "INV-37-decisions-on-purchases",
                    List.of(
                            "delete from audit where action = 'reserve-listing'",
                            "delete from audit where action = 'consume-listing'",
                            "update audit set actor_id = gen_random_uuid() where action = 'release-listing'",
                            AUDITED + "select actor_id, action, target_type, target_id, at, correlation_id"
                                    + " from audit where action = 'refuse-listing' limit 1")),
            entry(
                    "INV-37-a-listing",
                    List.of(
                            AUDITED + "select gen_random_uuid(), 'close-listing', 'listing', cast(id as text), now(),"
                                    + " 'x' from listing where status = 'ACTIVE' limit 1",
                            AUDITED + "select actor_id, action, target_type, target_id, at, correlation_id"
                                    + " from audit where action = 'close-listing' limit 1",
                            "update audit set actor_id = (select seller_id from listing where cast(id as text) ="
                                    + " target_id) where action = 'close-listing'")));

    private MarketOffenders() {}
}
