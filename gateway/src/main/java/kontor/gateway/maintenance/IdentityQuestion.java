package kontor.gateway.maintenance;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks identity-service itself, its instances one after the other, as long as its topics were not read: after a start
 * without a broker. Once per pause, by whichever call comes along, which does not wait for the answer but for the very
 * first one. No answer: what was known last, at first "off", since the services work without broker and identity.
 */
@Component
class IdentityQuestion {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityQuestion.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Maintenance maintenance;
    private final Duration pause;
    private final Mono<Maintenance.Mode> question;
    private final AtomicLong nextAt;
    private final Mono<Void> first;

    IdentityQuestion(Maintenance maintenance, MaintenanceSettings settings) {
        this.maintenance = maintenance;
        this.pause = settings.askPause();
        this.question = settings.identity().stream()
                .map(instance -> question(instance, settings))
                .reduce((one, other) -> one.onErrorResume(away -> other))
                .orElseThrow();
        this.first = Mono.defer(this::ask).cache();
        this.nextAt = new AtomicLong(System.nanoTime() + pause.toNanos());
    }

    private static Mono<Maintenance.Mode> question(URI identity, MaintenanceSettings settings) {
        return HttpClient.newConnection()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.askTimeout().toMillis()))
                .get()
                .uri(identity.resolve("/api/v1/maintenance"))
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IllegalStateException("answered " + response.status())))
                .timeout(settings.askTimeout())
                .map(body -> JSON.readValue(body, IdentityNews.MaintenanceSwitched.class))
                .map(answer -> new Maintenance.Mode(answer.on(), answer.message()));
    }

    /** Completes when there is something to go by. */
    Mono<Void> settled() {
        long due = nextAt.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextAt.compareAndSet(due, now + pause.toNanos())) {
            ask().subscribe();
        }
        return first;
    }

    private Mono<Void> ask() {
        return question.doOnNext(answer -> {
                    // What the topics said meanwhile is newer.
                    if (!maintenance.isCurrent()) {
                        maintenance.switched(answer);
                    }
                })
                .then()
                .onErrorResume(away -> {
                    LOG.warn("identity does not say whether there is maintenance: {}", away.toString());
                    return Mono.empty();
                });
    }
}
