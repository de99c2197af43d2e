package kontor.order.terms;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All payment methods. */
interface PaymentMethods extends Repository<PaymentMethod, Long> {

    PaymentMethod saveAndFlush(PaymentMethod method);

    void delete(PaymentMethod method);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from PaymentMethod m where m.id = :id")
    Optional<PaymentMethod> lock(long id);

    @NativeQuery("""
            select exists (
                select from payment_method
                where casefold(method collate pg_unicode_fast) = casefold(:method collate pg_unicode_fast)
                    and id <> :exceptId)
            """)
    boolean isTaken(String method, long exceptId);

    @NativeQuery("select exists (select from retail_order where payment_method_id = :id)")
    boolean isUsed(long id);
}
