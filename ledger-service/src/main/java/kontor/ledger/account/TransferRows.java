package kontor.ledger.account;

import java.util.List;
import java.util.function.Function;
import kontor.platform.messaging.Origin;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of transfers and entries: inserted, never changed. */
@Component
class TransferRows {

    private final JdbcClient jdbc;
    private final IdBlocks transferIds;
    private final IdBlocks entryIds;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.transferIds = new IdBlocks(jdbc, "transfer_seq");
        this.entryIds = new IdBlocks(jdbc, "entry_seq");
    }

    private record Row(Transfer transfer, Entry entry) {}

    long transferId() {
        return transferIds.next(1);
    }

    long entryId() {
        return entryIds.next(1);
    }

    /** The transfer that the posting takes back. */
    @Nullable
    Long reversed(Posting posting) {
        if (posting.reverses() == null) {
            return null;
        }
        return jdbc.sql("select id from transfer where business_ref = ?")
                .param(posting.reverses())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** What was posted under this reference, to community accounts only. */
    List<Posting.Line> lines(String businessRef) {
        return jdbc.sql("""
                        select a.kind, a.owner, e.amount_minor
                        from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                        where t.business_ref = ? order by e.id
                        """)
                .param(businessRef)
                .query((row, n) -> new Posting.Line(
                        new CommunityAccount(AccountKind.valueOf(row.getString("kind")), row.getString("owner")),
                        new Money(row.getLong("amount_minor"))))
                .list();
    }

    void insert(List<Transfer> transfers) {
        jdbc.sql("""
                        insert into transfer (id, kind, business_ref, reverses_id, at, booked_at, actor_id)
                        select t.*, cast(? as uuid)
                        from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]),
                            cast(? as timestamptz[]), cast(? as timestamptz[])) t
                        """)
                .params(
                        Origin.current().actorId(),
                        longs(transfers, Transfer::id),
                        SqlValues.texts(
                                transfers, transfer -> transfer.posting().kind()),
                        SqlValues.texts(
                                transfers, transfer -> transfer.posting().businessRef()),
                        longs(transfers, Transfer::reversesId),
                        SqlValues.texts(
                                transfers, transfer -> transfer.posting().at()),
                        SqlValues.texts(
                                transfers, transfer -> transfer.posting().bookedAt()))
                .update();
        insertEntries(transfers.stream()
                .flatMap(transfer -> transfer.entries().stream().map(entry -> new Row(transfer, entry)))
                .toList());
    }

    /** All at once, because the database checks after each statement that transfers sum to 0. */
    private void insertEntries(List<Row> rows) {
        jdbc.sql("""
                        insert into entry (id, transfer_id, account_id, amount_minor, balance_after_minor, floor_at_minor,
                            account_version, booked_at)
                        select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                            cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as timestamptz[]))
                        """)
                .params(
                        longs(rows, row -> row.entry().id()),
                        longs(rows, row -> row.transfer().id()),
                        longs(rows, row -> row.entry().accountId()),
                        longs(rows, row -> row.entry().amountMinor()),
                        longs(rows, row -> row.entry().balanceMinor()),
                        longs(rows, row -> row.entry().floorMinor()),
                        longs(rows, row -> row.entry().version()),
                        SqlValues.texts(rows, row -> row.transfer().posting().bookedAt()))
                .update();
    }

    private static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
