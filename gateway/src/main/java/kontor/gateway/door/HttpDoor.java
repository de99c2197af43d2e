package kontor.gateway.door;

import io.netty.channel.ChannelPipeline;
import kontor.gateway.problem.Problems;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/** Sets up each connection: what is not plain, bounded, timely HTTP/1.1 ends before a filter sees it. */
@Component
class HttpDoor implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final DoorSettings settings;
    private final Problems problems;

    HttpDoor(DoorSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.requestTimeout(settings.bodyTimeout())
                .maxConnections(settings.connectionsMax())
                .doOnChannelInit((_, channel, _) -> inspect(channel.pipeline())));
    }

    private void inspect(ChannelPipeline pipeline) {
        HeadTimer timer = new HeadTimer(settings.headTimeout());
        pipeline.addBefore(NettyPipeline.HttpCodec, "kontor.headTimer", timer);
        pipeline.addAfter(NettyPipeline.HttpCodec, "kontor.headCheck", new HeadCheck(settings, problems, timer));
    }
}
