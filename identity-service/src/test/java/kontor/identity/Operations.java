package kontor.identity;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.identity.BadBodies.Field;
import kontor.identity.Shop.Person;
import kontor.testkit.Tokens;
import org.springframework.http.HttpMethod;

/** The operations that take a body, each with somebody who may call it, an object that allows it, and its fields. */
final class Operations {

    private final Shop shop;
    private final Person member;
    private final Shop.Profile profile;

    Operations(Shop shop) {
        this.shop = shop;
        member = shop.member();
        profile = shop.profile(member);
    }

    /**
     * What takes a body.
     *
     * @param operation as the OpenAPI document names it
     * @param status of the answer to a good one
     */
    record Operation(String operation, String path, String bearer, int status, List<Field> fields) {

        HttpMethod method() {
            return HttpMethod.valueOf(operation.split(" ", 2)[0]);
        }

        boolean isPatch() {
            return operation.startsWith("PATCH");
        }
    }

    List<Operation> all() {
        return Stream.concat(one().stream(), new ImportOperations(shop).all().stream())
                .toList();
    }

    /** Those that are about one thing. */
    private List<Operation> one() {
        String path = "/members/" + member.id();
        return List.of(
                by(shop.admin(), "POST /members", "/members", 201, registration()),
                new Operation(
                        "POST /members/me", "/members/me", Tokens.stranger().bearer(), 201, names()),
                by(member, "PATCH /members/{id}", path, 200, profileEdit()),
                by(
                        "POST /members/{id}/verification",
                        "/members/" + shop.newcomer().id() + "/verification",
                        201,
                        rank()),
                by("POST /members/{id}/rank-changes", path + "/rank-changes", 201, rank()),
                by(
                        "POST /members/{id}/admin-changes",
                        path + "/admin-changes",
                        201,
                        List.of(flag("admin").required())),
                by("POST /members/{id}/staff-grant-changes", path + "/staff-grant-changes", 201, grant()),
                by("POST /members/{id}/log-in", "/members/" + shop.withoutLogIn() + "/log-in", 202, userName()),
                by("POST /ranks", "/ranks", 201, terms()),
                by("PATCH /ranks/{id}", "/ranks/" + shop.newRank(), 200, terms()),
                by("POST /members/{id}/customer", "/members/" + shop.member().id() + "/customer", 201, customer()),
                by(member, "PATCH /customers/{id}", "/customers/" + profile.id(), 200, customerEdit()),
                by(member, "POST /customers/{customerId}/sites", "/customers/" + profile.id() + "/sites", 201, site()),
                by(
                        member,
                        "PATCH /customers/{customerId}/sites/{siteId}",
                        "/customers/%d/sites/%d".formatted(profile.id(), profile.otherSite()),
                        200,
                        site()),
                by("PUT /maintenance", "/maintenance", 409, switching()));
    }

    private Operation by(String operation, String path, int status, List<Field> fields) {
        return by(shop.admin(), operation, path, status, fields);
    }

    private static Operation by(Person caller, String operation, String path, int status, List<Field> fields) {
        return new Operation(operation, path, caller.bearer(), status, fields);
    }

    private static List<Field> registration() {
        Field password = Field.text("password", "correct horse", 64).nor("\"1234567\"");
        return List.of(names().getFirst(), names().getLast(), email(), login(), password);
    }

    private static List<Field> names() {
        return List.of(
                Field.text("firstName", "Nina", 32),
                Field.text("lastName", "Named", 32).required());
    }

    private static List<Field> profileEdit() {
        Field picture = Field.number("pictureUploadId", "7").nor("0", "-1");
        return List.of(names().getFirst(), names().getLast(), email(), login(), picture);
    }

    private static List<Field> userName() {
        return List.of(email(), login());
    }

    private static Field email() {
        return Field.text("email", unique() + "@example.org", 254)
                .nor("\"a\"", "\"a@b\"", "\"@b.c\"", "\"a@b.\"", "\"a@@b.c\"", "\"a b@c.d\"");
    }

    private static Field login() {
        return Field.text("login", unique(), 50).nor("\"a b\"", "\"a@b.c\"", "\"a/b\"", "\"<a>\"");
    }

    private static List<Field> rank() {
        return List.of(Field.number("rankId", "2").required());
    }

    private static Field flag(String name) {
        return Field.flag(name, true);
    }

    private static List<Field> grant() {
        return List.of(
                Field.word("grant", "SUPPORT_2").required(), flag("granted").required());
    }

    private static List<Field> terms() {
        return List.of(
                Field.text("name", unique(), 32).required(),
                Field.number("debtLimitMinor", "-5").nor("10000000000", "-10000000000"),
                flag("systemUser"),
                flag("active"));
    }

    private static List<Field> customer() {
        String one = Shop.site("Eger");
        Field sites = new Field("sites", "[" + one + "]", true, List.of(), List.of())
                .nor("{}", "5", "[]", "[null]", "[5]", "[[]]", "[{}]", "[" + (one + ",").repeat(50) + one + "]")
                .nor("[" + one.replace("\"city\":\"Eger\",", "") + "]", "[" + one.replace("Eger", " ") + "]");
        return List.of(
                Field.text("name", "Cleo", 50).required(),
                Field.text("bankAccount", "HU1", 50),
                Field.text("taxIdentifier", "T1", 20),
                sites);
    }

    private List<Field> customerEdit() {
        return List.of(
                Field.text("name", "Cleo", 50).required(),
                Field.text("bankAccount", "HU1", 50),
                Field.text("taxIdentifier", "T1", 20),
                Field.number("mainSiteId", "" + profile.otherSite()).required());
    }

    private static List<Field> site() {
        return List.of(
                Field.text("zipCode", "9021", 10).required(),
                Field.text("city", "Eger", 50).required(),
                Field.text("street", "Fő utca 1", 50).required(),
                Field.word("country", "HU").nor("\"HUN\"", "\"XX\""),
                Field.text("tel", "+36 1", 20).nor("\"call me\""),
                Field.text("fax", "+36 2", 20).nor("\"1;2\""));
    }

    private static List<Field> switching() {
        return List.of(Field.flag("on", false).required(), Field.text("message", "Stock count", 200));
    }

    private static String unique() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }
}
