package kontor.gateway.maintenance;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What identity-service tells: maintenance switched, and the newest state of each member. */
@Component
class IdentityNews {

    static final String PLATFORM = "kontor.identity.platform.v1";
    static final String MEMBERS = "kontor.identity.members.v1";

    private static final String SWITCHED = "kontor.identity.maintenance-switched.v1";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityNews.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The fields used here. */
    record MaintenanceSwitched(boolean on, @Nullable String message) {}

    /** The fields used here. */
    record MemberState(@Nullable String subject, boolean verified, boolean active, boolean admin) {}

    private final Maintenance maintenance;

    IdentityNews(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** A record that cannot be read changes nothing: whatever comes after it still must. */
    void on(String topic, String type, String key, @Nullable String body) {
        try {
            switch (topic) {
                case MEMBERS -> member(key, body);
                case PLATFORM -> platform(type, body);
                default -> {} // only these two are read
            }
        } catch (JacksonException unreadable) {
            LOG.error("A record of {} with key {} cannot be read", topic, key);
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
}
