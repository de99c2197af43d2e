package kontor.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kontor.catalog.core.LastTag;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.description.BadDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTests {

    private static final UUID ADMIN = UUID.fromString("0199c0de-0000-7000-8000-00000000ada0");
    private static final Instant NOW = Instant.parse("2026-05-02T07:30:00Z");

    @Test
    void keepsAtLeastOneOfItsTags() {
        Product product = product(Set.of(7L, 9L), null);

        assertThat(product.edit(attributes(Set.of(3L), null), ADMIN, NOW)).isTrue();
        assertThatExceptionOfType(LastTag.class).isThrownBy(() -> product.edit(attributes(Set.of(), null), ADMIN, NOW));
        assertThat(product.attributes().tagIds()).containsExactly(3L);
    }

    @Test
    void mayStayWithoutTags() {
        Product product = product(Set.of(), null);

        assertThat(product.edit(attributes(Set.of(), null), ADMIN, NOW)).isFalse();
    }

    @Test
    void isUnchangedByEqualValues() {
        Product product = product(Set.of(7L), "<product/>");

        assertThat(product.edit(attributes(Set.of(7L), "<product/>"), ADMIN, NOW))
                .isFalse();
    }

    @Test
    void refusesABadDescription() {
        assertThatExceptionOfType(BadDescription.class).isThrownBy(() -> product(Set.of(), "<goods/>"));
    }

    @Test
    void namesTheColumnsThatDiffer() {
        Attributes one = attributes(Set.of(7L), null);
        Attributes other = attributes(Set.of(7L, 9L), "<product/>");

        assertThat(one.changedIn(other)).containsExactly("tagIds", "descriptionXml");
        assertThat(one.changedIn(one)).isEmpty();
    }

    private static Product product(Set<Long> tags, @Nullable String xml) {
        return new Product(attributes(tags, xml), 249, ADMIN, NOW);
    }

    private static Attributes attributes(Set<Long> tags, @Nullable String xml) {
        return new Attributes(
                "Espresso beans 250 g", "5990000010512", true, StockPolicy.TRACKED, true, null, 3, 42L, tags, xml);
    }
}
