package kontor.order.offer;

import java.util.Optional;
import kontor.platform.rejection.UnknownReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of packagings. */
@Component
public class KnownPackagings {

    private final JdbcClient jdbc;

    KnownPackagings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether active or not. */
    public Optional<Packaging> find(long id) {
        return jdbc.sql("select * from known_packaging where id = ?")
                .param(id)
                .query((row, n) -> new Packaging(
                        row.getLong("id"),
                        row.getInt("length_mm"),
                        row.getInt("width_mm"),
                        row.getInt("height_mm"),
                        row.getInt("weight_g"),
                        row.getBoolean("active")))
                .optional();
    }

    /** {@code unknown-reference} at {@code /packagingId} unless it is an active one. */
    public Packaging requireActive(long id) {
        return find(id).filter(Packaging::active).orElseThrow(() -> new UnknownReference("/packagingId"));
    }
}
