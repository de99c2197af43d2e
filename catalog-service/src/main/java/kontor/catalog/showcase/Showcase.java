package kontor.catalog.showcase;

import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows one product. */
@Component
public class Showcase {

    private static final String ONE = "select " + ProductRows.COLUMNS + ", p.description_xml from " + ProductRows.TABLES
            + " where p.id = ? and p.withdrawn_at is null";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    Showcase(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    ProductView to(Caller caller, long id) {
        return one(id, new ProductRows(mapper, caller, true));
    }

    /** As its admin sees it, within the transaction that changed it. */
    public ProductView toAdmin(long id) {
        return one(id, ProductRows.forAdmin(mapper));
    }

    private ProductView one(long id, ProductRows rows) {
        return jdbc.sql(ONE).param(id).query(rows).optional().orElseThrow(NotFound::new);
    }
}
