package kontor.reporting.books;

import java.util.List;
import java.util.function.Function;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.ledger.Deposits;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.ledger.Transfers;
import kontor.reporting.shelf.ShelfPurchases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reports that are no more than another arrangement. */
@Configuration(proxyBeanMethods = false)
class BookReports {

    /** A table without parameters. */
    private record Table(String name, Function<Reading, List<Row>> made) implements Report {

        @Override
        public List<Row> rows(Reading reading, Question question) {
            return made.apply(reading);
        }
    }

    @Bean
    Report memberCredit() {
        return new Table("member-credit", Credits::byMember);
    }

    @Bean
    Report creditByRank() {
        return new Table("credit-by-rank", Credits::byRank);
    }

    @Bean
    Report creditTotal() {
        return new Table("credit-total", Credits::total);
    }

    /** With the VAT owed per rate and month, the fees earned and the net sales. */
    @Bean
    Report accountsPerMonth() {
        return new Monthly("account-movements-per-month", Transfers.MOVEMENTS);
    }

    @Bean
    Report depositsPerMonth() {
        return new Monthly("deposits-per-month", Deposits.PER_DAY);
    }

    @Bean
    Report replenishmentsPerMonth() {
        return new Monthly("replenishment-costs-per-month", Replenishments.COSTS);
    }

    @Bean
    Report shelfPerMonth() {
        return new Monthly("shelf-turnover-per-month", ShelfPurchases.TURNOVER);
    }

    @Bean
    Report shelfVatBasePerMonth() {
        return new Monthly("shelf-vat-base-per-month", ShelfPurchases.VAT_BASE);
    }
}
