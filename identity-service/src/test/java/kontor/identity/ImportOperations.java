package kontor.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import kontor.identity.BadBodies.Field;
import kontor.identity.Operations.Operation;

/** The operations that take lists of rows; each row is broken field by field, like a body. */
final class ImportOperations {

    private static final int MOST = 500;
    private static final int CUSTOMERS_MOST = 100;
    private static final int SITES_MOST = 50;
    private static final int LOG_INS_MOST = 20;

    private final Shop shop;

    ImportOperations(Shop shop) {
        this.shop = shop;
    }

    List<Operation> all() {
        Field community = word("source", "community", "\"retail\"", "\"market\"", "\"COMMUNITY\"");
        Field retail = word("source", "retail", "\"community\"", "\"market\"", "\"RETAIL\"");
        return List.of(
                operation("ranks", community, rows("ranks", rank(), MOST)),
                operation("members", community, rows("members", member(), MOST)),
                operation("member-histories", community, rows("changes", change(), MOST)),
                operation("customers", retail, rows("customers", customer(), CUSTOMERS_MOST)),
                operation("log-ins", retail, rows("logIns", logIn(), LOG_INS_MOST)));
    }

    private Operation operation(String path, Field source, Field rows) {
        return new Operation(
                "POST /imports/" + path, "/imports/" + path, shop.admin().bearer(), 200, List.of(rows, source));
    }

    private static Field rows(String name, List<Field> row, int most) {
        String good = BadBodies.good(row);
        List<String> bad = new ArrayList<>(List.of("5", "{}", "\"\"", "[]", "[null]", "[5]", "[[]]", "[{}]"));
        bad.add("[" + String.join(",", Collections.nCopies(most + 1, "null")) + "]");
        List<String> unreadable = new ArrayList<>();
        for (Field field : row) {
            field.bad().forEach(value -> bad.add("[" + BadBodies.with(row, field, value) + "]"));
            field.unreadable().forEach(value -> unreadable.add("[" + BadBodies.with(row, field, value) + "]"));
            if (field.isRequired()) {
                bad.add("[" + BadBodies.with(row, field, "null") + "]");
                bad.add("["
                        + BadBodies.good(row.stream()
                                .filter(other -> !other.equals(field))
                                .toList()) + "]");
            }
        }
        return new Field(name, "[" + good + "]", true, bad, unreadable);
    }

    private static List<Field> rank() {
        return List.of(
                externalId(),
                Field.text("name", "Rank " + UUID.randomUUID().toString().substring(0, 13), 32)
                        .required(),
                Field.number("debtLimitMinor", "-5").nor("10000000000", "-10000000000"),
                Field.flag("systemUser", false).required(),
                Field.flag("active", true).required());
    }

    private static List<Field> member() {
        return List.of(
                externalId(),
                instant("createdAt"),
                Field.text("firstName", "Mary", 32),
                Field.text("lastName", "Moved", 32).required(),
                Field.number("pictureUploadId", "7").nor("0", "-1"));
    }

    /** A flag; a rank does not belong to it. */
    private List<Field> change() {
        UUID member = new Community(shop).member();
        return List.of(
                externalId(),
                Field.word("kind", "ADMIN").required().nor("\"RANK\"", "\"VERIFICATION\""),
                uuid("memberId", member),
                instant("at"),
                uuid("byAdminId", member),
                new Field("rankId", "null", false, List.of("1", "\"1\"", "1.5"), List.of()),
                Field.flag("admin", true).required());
    }

    private static List<Field> customer() {
        String site = Community.externalId();
        return List.of(
                externalId(),
                Field.text("firstName", "Mary", 32),
                Field.text("lastName", "Moved", 32).required(),
                Field.text("login", "m" + site, 50).nor("\"a b\"", "\"a@b\""),
                Field.text("email", site + "@example.org", 254).nor("\"nobody\"", "\"a@b\""),
                Field.text("name", "Mary Moved", 50).required(),
                Field.text("bankAccount", "1-2-3", 50),
                Field.text("taxIdentifier", "1-2", 20),
                Field.text("mainSiteExternalId", site, 40).required(),
                rows("sites", site(site), SITES_MOST));
    }

    private static List<Field> site(String externalId) {
        return List.of(
                Field.text("externalId", externalId, 40).required(),
                Field.text("zipCode", "1051", 10).required(),
                Field.text("city", "Budapest", 50).required(),
                Field.text("street", "Main street 1", 50).required(),
                Field.text("country", "AT", 2).nor("\"at\"", "\"XX\"", "\"A\""),
                Field.text("tel", "+36 (1) 457-11/03", 20).nor("\"abc\""),
                Field.text("fax", "0646-319-168", 20).nor("\"1;2\""));
    }

    private List<Field> logIn() {
        String externalId = Community.externalId();
        Community.results(new Retail(shop).customers(Retail.customer(externalId)));
        return List.of(
                Field.text("externalId", externalId, 40).required(),
                new Field(
                        "password",
                        "\"correct horse\"",
                        true,
                        List.of("5", "true", "[]", "\"\"", "\"1234567\"", "\"" + "x".repeat(65) + "\""),
                        List.of()));
    }

    private static Field externalId() {
        return Field.text("externalId", Community.externalId(), 40).required();
    }

    private static Field uuid(String name, UUID good) {
        return word(name, good.toString(), "\"1\"", "\"me\"");
    }

    private static Field instant(String name) {
        return word(
                name,
                "2019-03-01T08:00:00+01:00",
                "\"2019-03-01\"",
                "\"2019-03-01T08:00:00\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"0000-12-31T23:59:59Z\"");
    }

    private static Field word(String name, String good, String... bad) {
        return new Field(name, "\"" + good + "\"", true, List.of("\"\"", "\"x\"", "5", "true", "[]", "{}"), List.of())
                .nor(bad);
    }
}
