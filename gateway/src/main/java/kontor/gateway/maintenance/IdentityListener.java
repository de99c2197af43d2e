package kontor.gateway.maintenance;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What identity-service tells: maintenance switched, and the newest state of each member. */
@Component
class IdentityListener {

    static final String PLATFORM = "kontor.identity.platform.v1";
    static final String MEMBERS = "kontor.identity.members.v1";

    private static final String SWITCHED = "kontor.identity.maintenance-switched.v1";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityListener.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The fields used here. */
    record MaintenanceSwitched(boolean on, @Nullable String message) {}

    /** The fields used here. */
    record MemberState(@Nullable String subject, boolean verified, boolean active, boolean admin) {}

    private final Maintenance maintenance;

    IdentityListener(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** A record that cannot be read changes nothing: whatever comes after it still must. */
    void on(ConsumerRecord<String, @Nullable String> message) {
        try {
            switch (message.topic()) {
                case MEMBERS -> member(message.key(), message.value());
                case PLATFORM -> platform(type(message), message.value());
                default -> {} // only these two are read
            }
        } catch (JacksonException unreadable) {
            LOG.error("Record {}-{} at {} cannot be read", message.topic(), message.partition(), message.offset());
        }
    }

    private void platform(String type, @Nullable String body) {
        if (type.equals(SWITCHED) && body != null) {
            MaintenanceSwitched event = JSON.readValue(body, MaintenanceSwitched.class);
            maintenance.switched(new Maintenance.Mode(event.on(), event.message()));
        }
    }

    private void member(String memberId, @Nullable String body) {
        MemberState state = body == null ? null : JSON.readValue(body, MemberState.class);
        if (state != null && state.subject() != null && state.admin() && state.verified() && state.active()) {
            maintenance.admin(memberId, state.subject());
        } else {
            maintenance.noAdmin(memberId);
        }
    }

    private static String type(ConsumerRecord<String, @Nullable String> message) {
        Header type = message.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
