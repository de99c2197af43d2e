package kontor.platform;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/** Records what happened to it; {@code save} publishes it, built only then, because ids are known only after it. */
@MappedSuperclass
public abstract class AggregateRoot {

    @Transient
    private final transient List<Supplier<?>> announced = new ArrayList<>();

    protected void announce(Supplier<?> event) {
        announced.add(event);
    }

    @DomainEvents
    protected List<Object> events() {
        return announced.stream().<Object>map(Supplier::get).toList();
    }

    @AfterDomainEventPublication
    protected void published() {
        announced.clear();
    }
}
