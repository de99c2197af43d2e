package kontor.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import kontor.gateway.problem.Problems;
import kontor.gateway.testing.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a connection without a server behind it, so that nothing depends on when that one wants to read. */
@GatewayTest
class HeadCheckIT {

    private final int most;
    private final Reads reads = new Reads();
    private final EmbeddedChannel connection = new EmbeddedChannel();

    HeadCheckIT(DoorSettings settings, Problems problems) {
        this.most = Math.toIntExact(settings.bodyMax().toBytes());
        connection.config().setAutoRead(false);
        connection.pipeline().addLast(reads, new HeadCheck(settings, problems, new HeadTimer(settings.headTimeout())));
    }

    /** What reaches the socket. */
    private static final class Reads extends ChannelOutboundHandlerAdapter {

        private int count;

        @Override
        public void read(ChannelHandlerContext context) {
            count++;
        }
    }

    @AfterEach
    void release() {
        connection.inboundMessages().forEach(ReferenceCountUtil::release);
        connection.inboundMessages().clear();
        connection.finishAndReleaseAll();
    }

    @Test
    void readsAnOrdinaryBodyAheadOfItsTurnAndNoMore() {
        arrives(head(), LastHttpContent.EMPTY_LAST_CONTENT, head());
        arrives(bytes(most - 1));
        assertThat(isRead()).isTrue();

        arrives(bytes(1));
        assertThat(isRead()).isFalse();
        assertThat(connection.isOpen()).isTrue();

        isAnswered();
        assertThat(isRead()).isTrue();
        arrives(bytes(most), bytes(most));
        assertThat(isRead()).as("in its turn").isTrue();
    }

    @Test
    void goesOnReadingOnlyWhenTheTurnHasComeThoughAnEarlierRequestWasAnswered() {
        arrives(head(), LastHttpContent.EMPTY_LAST_CONTENT, head(), LastHttpContent.EMPTY_LAST_CONTENT, head());
        arrives(bytes(most));
        int before = reads.count;

        isAnswered();
        assertThat(reads.count).as("the next one is still before it").isEqualTo(before);

        isAnswered();
        assertThat(reads.count).isGreaterThan(before);
        assertThat(isRead()).isTrue();
    }

    private void arrives(Object... messages) {
        connection.writeInbound(messages);
    }

    private void isAnswered() {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        connection.runPendingTasks();
    }

    /** Whether the server's wish to read reaches the socket. */
    private boolean isRead() {
        int before = reads.count;
        connection.read();
        return reads.count > before;
    }

    private static DefaultHttpRequest head() {
        DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/v1/uploads");
        head.headers().set("Host", "a");
        return head;
    }

    private static DefaultHttpContent bytes(int count) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[count]));
    }
}
