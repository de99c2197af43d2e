package kontor.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;

class ImageOptionsTests {

    private static final List<Recipe> RECIPES = Recipe.allIn(Path.of("checkout"));

    @Test
    void withoutANameMeansAll() {
        assertThat(parse().chosenFrom(RECIPES))
                .extracting(Recipe::name)
                .contains("gateway", "ledger-service", "set-up")
                .hasSize(9);
    }

    @Test
    void namesChoose() {
        assertThat(parse("order-service", "gateway").chosenFrom(RECIPES))
                .extracting(Recipe::name)
                .containsExactlyInAnyOrder("gateway", "order-service");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        ImageOptions options = parse("orders");

        assertThatThrownBy(() -> options.chosenFrom(RECIPES))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'orders'")
                .hasMessageContaining("order-service");
    }

    @Test
    void asksTheNetworkOnlyForWhatIsThere() {
        assertThat(parse().isOffline()).isTrue();
        assertThat(parse("--base", "tar:///base.tar").isOffline()).isTrue();
        assertThat(parse("--base", "registry.example/base:1").isOffline()).isFalse();
        assertThat(parse("--push", "registry.example/kontor").isOffline()).isFalse();
    }

    @Test
    void whatItDoesNotUnderstandIsAnsweredWithItsUse() {
        assertThatThrownBy(() -> parse("--fast")).hasMessage(ImageOptions.USAGE);
        assertThatThrownBy(() -> parse("--base")).hasMessage(ImageOptions.USAGE);
    }

    private static ImageOptions parse(String... arguments) {
        return ImageOptions.parse(List.of(arguments));
    }
}
