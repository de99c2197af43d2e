/** The shop's API documentation and welcome page in one place. */
@NullMarked
package kontor.gateway.docs;

import org.jspecify.annotations.NullMarked;
