package kontor.order.terms;

import java.util.UUID;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the statuses. */
@Service
class NamingStatuses {

    private final StatusNames statuses;
    private final Audit audit;

    NamingStatuses(StatusNames statuses, Audit audit) {
        this.statuses = statuses;
        this.audit = audit;
    }

    /** A status shall be called otherwise. */
    record NameStatus(long id, Sent<String> name, UUID adminId, IfMatch expected) {}

    @Transactional
    public void name(NameStatus command) {
        StatusName status = statuses.lock(command.id()).orElseThrow(NotFound::new);
        command.expected().require(status.version());
        String wanted = String.valueOf(command.name().or(status.name()));
        if (statuses.isTaken(wanted, command.id())) {
            throw new Duplicate("The name");
        }
        if (status.rename(wanted, command.adminId())) {
            statuses.saveAndFlush(status);
            audit.record("name-order-status", "order-status", command.id());
        }
    }
}
