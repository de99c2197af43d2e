package kontor.identity.importing.customer;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.identity.importing.ImportTurn;
import kontor.identity.importing.customer.ImportedCustomers.Created;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over customers: each becomes a verified member of the default rank without log-in, with profile and sites. */
@Service
class CustomerImporting {

    private final ImportTurn turn;
    private final CustomerCheck check;
    private final ImportedPeople people;
    private final ImportedCustomers customers;
    private final CustomerNews news;

    CustomerImporting(
            ImportTurn turn,
            CustomerCheck check,
            ImportedPeople people,
            ImportedCustomers customers,
            CustomerNews news) {
        this.turn = turn;
        this.check = check;
        this.people = people;
        this.customers = customers;
        this.news = news;
    }

    @Transactional
    ImportReport take(String source, List<CustomerRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "customer", "customers", rows, CustomerRow::externalId), batch -> {
            SortedMap<Integer, CustomerRow> fresh = batch.fresh();
            check.judge(source, fresh);
            List<CustomerRow> created = List.copyOf(fresh.values());
            List<Created> all = customers.create(source, created, people.create(source, created, adminId));
            batch.created(all.stream().collect(Collectors.toMap(one -> one.row().externalId(), Created::id)));
            news.customers(all);
        });
    }
}
