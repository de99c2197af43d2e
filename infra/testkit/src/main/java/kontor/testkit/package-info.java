/** Real servers, tokens, fixtures and house rules for the tests of every module. */
@NullMarked
package kontor.testkit;

import org.jspecify.annotations.NullMarked;
