package kontor.platform.sample;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors for every class of callers, and operations that go wrong. */
@RestController
@RequestMapping("/api/v1/doors")
class DoorController {

    /** Holds the slow operation while it is inside its transaction. */
    static final Gate gate = new Gate();

    private final RequestKeys keys;
    private final Replies replies;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DoorController(RequestKeys keys, Replies replies, JdbcClient jdbc, PlatformTransactionManager manager) {
        this.keys = keys;
        this.replies = replies;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What went through the door. */
    record Passage(String actor, String correlationId) {

        static Passage now() {
            Origin origin = Origin.current();
            return new Passage(origin.actorId().toString(), origin.correlationId());
        }
    }

    @GetMapping("/anyone")
    @Access(Who.ANYONE)
    Passage anyone() {
        return Passage.now();
    }

    @GetMapping("/token")
    @Access(Who.TOKEN)
    Passage token() {
        return Passage.now();
    }

    @GetMapping("/signed-in")
    @Access(Who.SIGNED_IN)
    Passage signedIn() {
        return Passage.now();
    }

    @GetMapping("/registered")
    @Access(Who.REGISTERED)
    Passage registered() {
        return Passage.now();
    }

    @GetMapping("/verified")
    @Access(Who.VERIFIED)
    Passage verified() {
        return Passage.now();
    }

    @GetMapping("/member")
    @Access(Who.MEMBER)
    Passage member() {
        return Passage.now();
    }

    @GetMapping("/kiosk")
    @Access({Who.KIOSK, Who.ADMIN})
    Passage kiosk() {
        return Passage.now();
    }

    @GetMapping("/support-1")
    @Access(Who.SUPPORT_1)
    Passage support1() {
        return Passage.now();
    }

    @GetMapping("/support-2")
    @Access(Who.SUPPORT_2)
    Passage support2() {
        return Passage.now();
    }

    @GetMapping("/chief")
    @Access(Who.CHIEF)
    Passage chief() {
        return Passage.now();
    }

    @GetMapping("/admin")
    @Access(Who.ADMIN)
    Passage admin() {
        return Passage.now();
    }

    /** Nobody has said who may come in here. */
    @GetMapping("/forgotten")
    Passage forgotten() {
        return Passage.now();
    }

    @GetMapping("/broken")
    @Access(Who.ANYONE)
    Passage broken() {
        throw new IllegalStateException("secret of kontor.platform.sample at jdbc:postgresql://db/kontor");
    }

    @GetMapping("/error")
    @Access(Who.ANYONE)
    Passage error() {
        throw new StackOverflowError("planted");
    }

    @GetMapping("/busy")
    @Access(Who.ANYONE)
    Passage busy() {
        throw new TooOften();
    }

    /** The caller has had his share. */
    static final class TooOften extends Rejection {

        TooOften() {
            super(Kind.LIMITED, "too-many-requests", "Three in an hour.", List.of(), Map.of("retryAfter", 1200));
        }
    }

    @GetMapping("/echo")
    @Access(Who.ANYONE)
    Map<String, String> echo(@RequestParam String word, @RequestParam(defaultValue = "1") long count) {
        return Map.of(
                "word", jdbc.sql("select ?").param(word).query(String.class).single(), "count", "" + count);
    }

    /** Its effect is a row of {@code effect}; it breaks when asked to, after the effect. */
    @PostMapping("/slow")
    @Access(Who.TOKEN)
    Map<String, String> slow(@RequestParam(defaultValue = "false") boolean breaks, Caller caller) {
        return transaction
                .execute(status -> replies.once(keys.of(""), Answer.class, () -> {
                    jdbc.sql("""
                                    insert into effect (topic, key, version, event_id, actor_id)
                                    values ('slow', ?, 1, gen_random_uuid(), ?)
                                    """)
                            .params(String.valueOf(caller.subject()), caller.actorId())
                            .update();
                    gate.pass();
                    if (breaks) {
                        throw new IllegalStateException("planted");
                    }
                    return new Answer(Map.of("word", "done"));
                }))
                .words();
    }

    /** The answer to a slow request. */
    record Answer(Map<String, String> words) {}
}
