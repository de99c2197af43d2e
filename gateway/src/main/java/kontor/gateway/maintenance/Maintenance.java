package kontor.gateway.maintenance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the shop is under maintenance, and who its admins are. Written by the one thread that reads the topics, read
 * by every call.
 */
@Component
class Maintenance {

    /** What was last said about it. */
    record Mode(boolean on, @Nullable String message) {

        static final Mode OFF = new Mode(false, null);
    }

    /** Admins only, by member: a handful, however many members there are. */
    private final Map<String, String> adminSubjects = new ConcurrentHashMap<>();

    private volatile Mode mode = Mode.OFF;
    private volatile boolean current;

    Mode mode() {
        return mode;
    }

    /** False until the topics were read up to where they ended at the start. */
    boolean isCurrent() {
        return current;
    }

    boolean isAdmin(String subject) {
        return adminSubjects.containsValue(subject);
    }

    void switched(Mode now) {
        this.mode = now;
    }

    void admin(String memberId, String subject) {
        adminSubjects.put(memberId, subject);
    }

    void noAdmin(String memberId) {
        adminSubjects.remove(memberId);
    }

    void caughtUp() {
        this.current = true;
    }
}
