package kontor.gateway.instance;

import io.netty.channel.ChannelOption;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Asks every instance again and again whether it wants calls, at the port at which it gets them and by a connection of
 * its own, so that one which accepts no more is noticed too.
 */
@Component
class ReadinessWatch implements SmartLifecycle {

    private final List<Instance> instances;
    private final InstanceSettings settings;
    private final HttpClient client;
    private Disposable watching = Disposables.disposed();

    ReadinessWatch(Rotations rotations, InstanceSettings settings) {
        this.instances = rotations.instances();
        this.settings = settings;
        this.client = HttpClient.newConnection()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.patience().toMillis()));
    }

    @Override
    public void start() {
        watching = Flux.fromIterable(instances)
                .flatMap(instance -> ask(instance).repeatWhen(asked -> asked.delayElements(settings.pause())))
                .subscribe();
    }

    private Mono<Void> ask(Instance instance) {
        return client.get()
                .uri(instance.url().resolve(settings.readiness()))
                .response()
                .map(answer -> answer.status().code() == 200)
                .timeout(settings.patience())
                .onErrorReturn(false)
                .doOnNext(instance::tell)
                .then();
    }

    @Override
    public void stop() {
        watching.dispose();
    }

    @Override
    public boolean isRunning() {
        return !watching.isDisposed();
    }
}
