package kontor.identity;

import kontor.identity.Shop.Answer;

/** A retail shop that is taken over: requests of its importer. */
public final class Retail {

    private final Shop shop;

    public Retail(Shop shop) {
        this.shop = shop;
    }

    public Answer customers(String... rows) {
        return shop.post("/imports/customers", shop.admin(), request("customers", rows));
    }

    public Answer logIns(String... rows) {
        return shop.post("/imports/log-ins", shop.admin(), request("logIns", rows));
    }

    public static String request(String list, String... rows) {
        return "{\"source\":\"retail\",\"%s\":[%s]}".formatted(list, String.join(",", rows));
    }

    /** With a login and two sites, of which the second is the main one; all named after the external id. */
    public static String customer(String externalId) {
        return """
                {"externalId":"%1$s","firstName":"Cody","lastName":"Shelton","login":"l%1$s",\
                "email":"%1$s@example.org","name":"Cody Shelton","bankAccount":"16489665-05899845",\
                "mainSiteExternalId":"b%1$s","sites":[%2$s,%3$s]}\
                """.formatted(externalId, site("a" + externalId), site("b" + externalId));
    }

    public static String site(String externalId) {
        return """
                {"externalId":"%s","zipCode":"1051","city":"Budapest","street":"Andrássy út 22.","tel":"061-457-11-03"}\
                """.formatted(externalId);
    }

    public static String logIn(String externalId, String password) {
        return "{\"externalId\":\"%s\",\"password\":\"%s\"}".formatted(externalId, password);
    }
}
