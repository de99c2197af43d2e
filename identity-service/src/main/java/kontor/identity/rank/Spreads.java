package kontor.identity.rank;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Edited ranks whose members have not all been told of yet. */
@Component
class Spreads {

    /** A rank and the last of its members whose state went out. */
    record Spread(long rankId, @Nullable UUID afterMember) {}

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    Spreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the first member on, also when an earlier edit is still under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    @EventListener
    void on(RankChanged event) {
        jdbc.sql("""
                        insert into rank_spread (rank_id) values (?)
                        on conflict (rank_id) do update set after_member = null
                        """).param(event.rankId()).update();
    }

    /** One that nobody else is working on. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Spread> take() {
        return jdbc.sql("select rank_id, after_member from rank_spread order by rank_id limit 1 for update skip locked")
                .query((row, n) -> new Spread(row.getLong(1), row.getObject(2, UUID.class)))
                .optional();
    }

    List<UUID> nextMembers(Spread spread, int most) {
        UUID after = spread.afterMember() == null ? BEFORE_ALL : spread.afterMember();
        return jdbc.sql("""
                        select member_id from member_state
                        where member_id in (select member_id from rank_change where rank_id = :rank and member_id > :after)
                            and rank_id = :rank
                        order by member_id limit :most
                        """)
                .param("rank", spread.rankId())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void reached(Spread spread, UUID member) {
        jdbc.sql("update rank_spread set after_member = ? where rank_id = ?")
                .params(member, spread.rankId())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void done(Spread spread) {
        jdbc.sql("delete from rank_spread where rank_id = ?")
                .param(spread.rankId())
                .update();
    }
}
