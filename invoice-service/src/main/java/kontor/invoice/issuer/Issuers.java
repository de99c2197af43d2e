package kontor.invoice.issuer;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All issuers. */
interface Issuers extends Repository<Issuer, Long> {

    Issuer saveAndFlush(Issuer issuer);

    void delete(Issuer issuer);

    Optional<Issuer> findById(long id);
}
