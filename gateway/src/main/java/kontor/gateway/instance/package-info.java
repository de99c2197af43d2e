/** Which of a service's instances gets a call, where the gateway knows more than one; it tries another only unsent. */
@NullMarked
package kontor.gateway.instance;

import org.jspecify.annotations.NullMarked;
