package kontor.importer.community;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A community with a few rows in every table, each of them told in a sentence. */
public final class SmallCommunity {

    private SmallCommunity() {}

    /** Writes it to a new file. */
    public static Path write(Path path) {
        return write(path, schema -> schema);
    }

    /** Writes it into tables that are not quite those of shop-db2. */
    public static Path write(Path path, UnaryOperator<String> change) {
        try (CommunityFile file = CommunityFile.create(path, change)) {
            for (String statement : ROWS.split(";\n", -1)) {
                file.execute(statement);
            }
        }
        return path;
    }

    /**
     * Ada founded the shop and is its admin, Ben and the cash box are verified, Dana is not. Ben paid in 2,000, of
     * which 500 were revoked for a time; he bought mate twice and revoked one; he brought crisps and gum, of which the
     * gum was revoked; there was one stocktaking before that.
     */
    private static final String ROWS = """
            insert into ranks values (1, 'Member', 1, -2000, 0), (2, 'Inactive', 0, 0, 0), (3, 'System', 1, null, 1);
            insert into users values
                (1, '2020-01-01 09:00:00', 'Ada', 'Okafor', 'hash', 0, null),
                (2, '2020-01-02 09:00:00', 'Ben', 'Lindqvist', null, 0, 1),
                (3, '2020-01-03 09:00:00', null, 'Cash box', null, 0, null),
                (4, '2020-01-04 09:00:00.250000', 'Dana', 'Weiss', 'hash', 0, null);
            insert into adminupdates values (1, '2020-01-01 09:00:01', 1, 1, 1);
            insert into userverifications values
                (1, '2020-01-01 09:00:01', 1, 1), (2, '2020-01-02 10:00:00', 1, 2), (3, '2020-01-03 10:00:00', 1, 3);
            insert into rankupdates values
                (1, '2020-01-01 09:00:01', 1, 1, 1), (2, '2020-01-02 10:00:00', 2, 1, 1),
                (3, '2020-01-03 10:00:00', 3, 3, 1), (4, '2020-06-01 10:00:00', 2, 2, 1),
                (5, '2020-07-01 10:00:00', 2, 1, 1);
            update users set is_verified = 1 where id < 4;
            insert into uploads values
                (1, '2020-01-05 09:00:00', 1, 'ben.png'), (2, '2020-01-05 09:00:00', 1, 'old.png');
            insert into tags values (1, 'Drinks', 1, 1), (2, 'Sweets', 1, 1);
            insert into products values
                (1, '2020-01-05 09:00:00', 1, 'Mate', '4029764001807', 1, 1, 1, null),
                (2, '2020-01-05 09:01:00', 1, 'Crisps', null, 1, 1, 1, null),
                (3, '2020-01-05 09:02:00', 1, 'Gum', null, 0, 1, 1, null),
                (4, '2020-01-05 09:03:00', 1, 'Coffee', '', 1, 0, 0, null);
            insert into productprices values
                (1, '2020-01-05 09:00:00', 150, 1, 1), (2, '2020-01-05 09:01:00', 120, 2, 1),
                (3, '2020-01-05 09:02:00', 40, 3, 1), (4, '2020-01-05 09:03:00', 25, 4, 1),
                (5, '2020-03-01 09:00:00', 160, 1, 1);
            insert into product_tag_assignments values (1, 1), (2, 2), (3, 2), (3, 2);
            insert into deposits values
                (1, '2020-01-06 09:00:00', 2, 1, 1500, 'cash', 0), (2, '2020-01-06 09:01:00', 2, 1, 500, 'coins', 0),
                (3, '2020-01-06 09:02:00', 3, 1, -300, 'to the bank', 1);
            insert into depositrevokes values
                (1, '2020-01-07 09:00:00', 1, 1, 2), (2, '2020-01-08 09:00:00', 0, 1, 2),
                (3, '2020-01-08 09:01:00', 1, 1, 3);
            insert into purchases values
                (1, '2020-01-09 12:00:00', null, 2, 1, 150, 2, 0), (2, '2020-01-10 12:00:00', null, 2, 1, 150, 1, 1),
                (3, '2020-04-01 12:00:00', 1, 2, 2, 120, 3, 0), (4, '2020-04-02 12:00:00', null, 1, 4, 25, 4, 0);
            insert into purchaserevokes values (1, '2020-01-10 12:01:00', 1, 2);
            insert into stocktakingcollections values
                (1, '2020-02-01 08:00:00', 0, 1), (2, '2020-02-02 08:00:00', 1, 1);
            insert into stocktakings values (1, 20, 1, 1), (2, 10, 2, 1), (3, 5, 3, 1), (4, 1, 1, 2);
            insert into stocktakingcollectionrevokes values (1, '2020-02-02 09:00:00', 1, 1, 2);
            insert into replenishmentcollections values
                (1, '2020-03-10 10:00:00', 1, 2, 0, 'from the market'), (2, '2020-03-11 10:00:00', 1, 2, 1, 'returned');
            insert into replenishments values
                (1, 1, 2, 0, 6, 480), (2, 1, 3, 1, 8, 200), (3, 2, 3, 1, 10, 250);
            insert into replenishmentrevoke values
                (1, '2020-03-12 10:00:00', 1, 1, 2), (2, '2020-03-13 10:00:00', 1, 1, 3);
            insert into replenishmentcollectionrevoke values (1, '2020-03-13 10:00:00', 1, 1, 2)
            """;
}
