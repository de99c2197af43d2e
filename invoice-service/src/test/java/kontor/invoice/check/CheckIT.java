package kontor.invoice.check;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.invoice.Invoicing;
import kontor.invoice.Orders;
import kontor.invoice.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class CheckIT {

    private final Invoicing invoicing;
    private final Shop shop;

    CheckIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
    }

    @Test
    void comparesLiveInvoicesWithTheirOrders() {
        shop.issuer();
        Orders.Order order = invoicing.order(shop.customer());
        long invoice = invoicing.issue(order).id();

        JsonNode clean = check(order).items().getFirst();
        assertThat(clean.path("invoiceId").asLong()).isEqualTo(invoice);
        assertThat(clean.path("clean").asBoolean()).isTrue();
        assertThat(clean.path("differences")).isEmpty();

        // order-service does not let this happen while there is a live invoice; the check is there for the day it does.
        invoicing.orders().change(order.amount(1, 4));

        JsonNode found = check(order).items().getFirst();
        assertThat(found.path("clean").asBoolean()).isFalse();
        assertThat(found.path("differences")).hasSize(1);
        assertThat(found.at("/differences/0/productName").asString()).isEqualTo("Paper filter");
        assertThat(found.at("/differences/0/orderedAmount").asInt()).isEqualTo(4);
        assertThat(found.at("/differences/0/invoicedAmount").asInt()).isEqualTo(1);

        invoicing.cancel(invoice);
        assertThat(check(order).items()).isEmpty();
    }

    private Shop.Answer check(Orders.Order order) {
        return shop.get(invoicing.admin(), "/api/v1/invoices/checks?orderId=" + order.id())
                .expect(200);
    }
}
