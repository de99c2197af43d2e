package kontor.ledger.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.CommunityAccounts;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the ledger's copy of the goods in step with catalog-service. */
@Component
class ProductListener {

    private static final String CONSUMER = "ledger.products";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final CommunityAccounts accounts;

    ProductListener(Inbox inbox, JdbcClient jdbc, CommunityAccounts accounts) {
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** The fields of a product's state that the ledger uses. */
    record ProductState(
            long productId,
            String name,
            boolean active,
            boolean forSale,
            boolean revocable,
            String stockPolicy,
            long priceMinor,
            BigDecimal vatPercentage,
            boolean withdrawn,
            long version) {

        /** What does not fit can never be read and becomes a dead letter. */
        ProductState {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(stockPolicy, "stockPolicy");
            Objects.requireNonNull(vatPercentage, "vatPercentage");
            if (vatPercentage.signum() < 0 || vatPercentage.compareTo(HUNDRED) > 0 || vatPercentage.scale() > 2) {
                throw new IllegalArgumentException("VAT of " + vatPercentage + " %");
            }
        }
    }

    @KafkaListener(topics = "kontor.catalog.products.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            jdbc.sql("delete from known_product where id = ?")
                    .param(idOf(message))
                    .update();
        } else {
            keep(message.as(ProductState.class));
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no product id.", e);
        }
    }

    private void keep(ProductState state) {
        // A posting never opens an account, so that no two of them wait for each other.
        accounts.open(CommunityAccount.vatPayable(state.vatPercentage()));
        jdbc.sql("""
                        insert into known_product (id, name, active, for_sale, revocable, stock_policy, unit_net_minor,
                            vat_percentage, unit_price_minor, withdrawn, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, active = excluded.active,
                            for_sale = excluded.for_sale, revocable = excluded.revocable,
                            stock_policy = excluded.stock_policy, unit_net_minor = excluded.unit_net_minor,
                            vat_percentage = excluded.vat_percentage, unit_price_minor = excluded.unit_price_minor,
                            withdrawn = excluded.withdrawn, version = excluded.version
                        """)
                .params(
                        state.productId(),
                        state.name(),
                        state.active(),
                        state.forSale(),
                        state.revocable(),
                        state.stockPolicy(),
                        state.priceMinor(),
                        state.vatPercentage(),
                        Price.of(state.priceMinor(), state.vatPercentage()).grossMinor(),
                        state.withdrawn(),
                        state.version())
                .update();
    }
}
