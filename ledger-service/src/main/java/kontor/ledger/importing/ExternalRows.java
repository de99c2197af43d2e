package kontor.ledger.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was taken over before, by the ids it had in the other shop. */
@Component
class ExternalRows {

    private final JdbcClient jdbc;

    ExternalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else takes over from this shop, so what is looked up stays true. */
    void awaitTurn(String source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import ' || cast(? as text), 0))")
                .param(source)
                .query((row, n) -> n)
                .list();
    }

    Map<String, Long> idsOf(ExternalTable table, String source, Collection<String> externalIds) {
        Map<String, Long> ids = new HashMap<>();
        if (!externalIds.isEmpty()) {
            jdbc.sql("select external_id, id from %s where external_source = ? and external_id = any(?)"
                            .formatted(table.table()))
                    .params(source, externalIds.toArray(String[]::new))
                    .query((row, n) -> ids.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return ids;
    }

    /** Whose credit changes when these things are switched. */
    Set<UUID> ownersOf(String source, Map<ExternalTable, Set<String>> things) {
        Map<String, Object> params = new HashMap<>(Map.of("source", source));
        for (ExternalTable table :
                List.of(ExternalTable.DEPOSIT, ExternalTable.PURCHASE, ExternalTable.COLLECTION, ExternalTable.LINE)) {
            params.put(table.name(), things.getOrDefault(table, Set.of()).toArray(String[]::new));
        }
        return Set.copyOf(jdbc.sql("""
                        select member_id from deposit where external_source = :source and external_id = any(:DEPOSIT)
                        union
                        select member_id from shelf_purchase
                        where external_source = :source and external_id = any(:PURCHASE)
                        union
                        select seller_id from replenishment_collection
                        where external_source = :source and external_id = any(:COLLECTION)
                        union
                        select c.seller_id
                        from replenishment l join replenishment_collection c on c.id = l.collection_id
                        where l.external_source = :source and l.external_id = any(:LINE)
                        """)
                .params(params)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }
}
