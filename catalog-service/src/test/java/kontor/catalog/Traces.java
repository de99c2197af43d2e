package kontor.catalog;

import java.io.File;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.TestDatabase;

/** All that a request could leave behind: rows, versions, numbered events and files. */
final class Traces {

    private static final String ROWS = Stream.of(
                    "product_price",
                    "product_tag",
                    "product_state",
                    "vat_rate_change",
                    "stock_move",
                    "reservation",
                    "amount_answer",
                    "listing_image",
                    "listing_reservation",
                    "upload",
                    "audit")
            .map(table -> "select '%1$s' as t, count(*) as n, 0 as v from %1$s".formatted(table))
            .collect(Collectors.joining(" union all "));
    private static final String VERSIONS = Stream.of(
                    "product", "tag", "category", "vat_rate", "packaging", "stock", "promise", "listing", "deal")
            .map(table -> "select '%1$s', count(*), coalesce(sum(version), 0) from %1$s".formatted(table))
            .collect(Collectors.joining(" union all "));

    private final TestDatabase database;

    Traces(TestDatabase database) {
        this.database = database;
    }

    String all() {
        String rows = database.asOwner()
                .sql("select string_agg(t || ' ' || n || ' ' || v, ', ') from (%s union all %s union all %s) r"
                        .formatted(ROWS, VERSIONS, "select 'fact', count(*), sum(fact_version) from product"))
                .query((row, n) -> row.getString(1))
                .single();
        int files = Objects.requireNonNull(new File("target/uploads").list()).length;
        return rows + ", files " + files;
    }
}
