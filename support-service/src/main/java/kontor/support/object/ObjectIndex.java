package kontor.support.object;

import java.util.Map;
import java.util.UUID;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what there is and whose it is, in the transaction that hears of it. */
@Component
class ObjectIndex {

    private final JdbcClient jdbc;

    ObjectIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TargetType type, long id, Audience audience) {
        jdbc.sql("""
                        insert into object_index (target_type_id, target_id, owner_ids, customer_id, everybody)
                        values (?, ?, ?, ?, ?)
                        on conflict on constraint object_index_key do update set owner_ids = excluded.owner_ids,
                            customer_id = excluded.customer_id, everybody = excluded.everybody
                        """)
                .params(SqlValues.of(
                        type.id(),
                        Long.toString(id),
                        audience.ownerIds().toArray(UUID[]::new),
                        audience.customerId(),
                        audience.everybody()))
                .update();
    }

    /** Many things at once, of one owner each, by their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TargetType type, Map<Long, UUID> owners) {
        if (owners.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into object_index (target_type_id, target_id, owner_ids, customer_id, everybody)
                        select ?, t.id, array[t.owner_id], null, false
                        from unnest(cast(? as text[]), cast(? as uuid[])) t (id, owner_id)
                        on conflict on constraint object_index_key do update set owner_ids = excluded.owner_ids,
                            customer_id = excluded.customer_id, everybody = excluded.everybody
                        """)
                .params(
                        type.id(),
                        SqlValues.texts(owners.keySet(), id -> id),
                        SqlValues.texts(owners.values(), owner -> owner))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(TargetType type, long id) {
        jdbc.sql("delete from object_index where target_type_id = ? and target_id = ?")
                .params(type.id(), Long.toString(id))
                .update();
    }

    /** The id that a state of this key is about, which is told also where the state is gone. */
    static long idOf(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no id.", e);
        }
    }
}
