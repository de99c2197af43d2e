package kontor.importer.retail.calls;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.importer.calls.Answer;
import kontor.importer.calls.Batch;
import kontor.importer.retail.calls.RetailTransfer.Target;
import kontor.importer.retail.check.Passwords;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Clientele.Customer;
import kontor.importer.retail.source.Clientele.Site;
import kontor.importer.retail.source.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers with their sites, and their log-ins, to identity-service. */
final class ClienteleTransfer {

    private static final Target CUSTOMERS = new Target("customers", "/imports/customers", "customers", 100);
    private static final String LOG_INS = "/imports/log-ins";

    private final RetailTransfer transfer;
    private final Clientele clientele;
    private final Map<Long, List<Site>> sites;

    ClienteleTransfer(RetailTransfer transfer, Clientele clientele) {
        this.transfer = transfer;
        this.clientele = clientele;
        this.sites = clientele.sites().stream().collect(Collectors.groupingBy(Site::customerId));
    }

    void customers() {
        transfer.send(
                Sheet.CUSTOMERS,
                CUSTOMERS,
                clientele.customers(),
                this::row,
                (customer, outcome) -> transfer.tally()
                        .add(Sheet.SITES, outcome, sitesOf(customer).size()));
        clientele.customers().forEach(this::learnSites);
    }

    private List<Site> sitesOf(Customer customer) {
        return sites.getOrDefault(customer.id(), List.of());
    }

    /** A site that was removed here since then is not listed; no order that is new can go there. */
    private void learnSites(Customer customer) {
        String list = "/customers/%d/sites?sort=city".formatted(transfer.ids().get(Sheet.CUSTOMERS, customer.id()));
        for (JsonNode site : transfer.shop().list(list)) {
            @Nullable Long old = RetailExisting.sourceId(site);
            if (old != null) {
                transfer.ids().put(Sheet.SITES, old, site.required("id").asLong());
            }
        }
    }

    private Map<String, Object> row(Customer customer) {
        Map<String, Object> row = RetailTransfer.row(customer.id());
        row.put("firstName", customer.firstName());
        row.put("lastName", customer.lastName());
        row.put("login", customer.login());
        row.put("email", customer.email());
        row.put("name", customer.name());
        row.put("bankAccount", customer.bankAccount());
        row.put("mainSiteExternalId", Long.toString(customer.mainSiteId()));
        row.put("sites", sitesOf(customer).stream().map(ClienteleTransfer::row).toList());
        return row;
    }

    private static Map<String, Object> row(Site site) {
        Map<String, Object> row = RetailTransfer.row(site.id());
        row.put("zipCode", site.zipCode());
        row.put("city", site.city());
        row.put("street", site.street());
        row.put("tel", site.tel());
        row.put("fax", site.fax());
        return row;
    }

    /**
     * Each by himself: that one name is taken in Keycloak is no reason for the others to have no log-in.
     *
     * @return how many got one
     */
    int logIns() {
        List<Customer> possible =
                clientele.customers().stream().filter(Passwords::isPossible).toList();
        transfer.progress().begin("log-ins", possible.size());
        int given = 0;
        for (Customer customer : possible) {
            given += give(customer) ? 1 : 0;
            transfer.progress().done(1);
        }
        return given;
    }

    private boolean give(Customer customer) {
        String externalId = Long.toString(customer.id());
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "source",
                        RetailExisting.SOURCE,
                        "logIns",
                        List.of(Map.of("externalId", externalId, "password", String.valueOf(customer.password())))));
        // Nothing that is made from a password goes into a key.
        Answer answer = transfer.shop().post(LOG_INS, Batch.key(LOG_INS, externalId), body);
        if (!answer.isSuccess()) {
            transfer.progress()
                    .say("Note: %s: %s got no log-in (%s); give him one by hand."
                            .formatted(
                                    Sheet.CUSTOMERS.line(customer.line()),
                                    customer.name(),
                                    answer.code().isEmpty() ? "status " + answer.status() : answer.code()));
            return false;
        }
        String outcome = answer.body().at("/results/0/outcome").asString("");
        return outcome.equals("CREATED") && !(answer.replayed() && answer.attempts() == 1);
    }
}
