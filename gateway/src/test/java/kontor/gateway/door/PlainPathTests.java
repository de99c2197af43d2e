package kontor.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/",
                "/api/v1/products/17",
                "/api/v1/uploads/0199-ab_c.png",
                "/api/v1/members/me/...x",
                "/a/.b/c..",
                "/purchase:1/@2~",
            })
    void takesPlainOnes(String path) {
        assertThat(PlainPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "//", "/a//b", "/a//", "/.", "/..", "/a/.", "/a/../b", "/./a", "/a;b", "/%61", "/a\\b", "/a b",
                "/é", "/a\0"
            })
    void refusesAllOthers(String path) {
        assertThat(PlainPath.is(path)).isFalse();
    }
}
