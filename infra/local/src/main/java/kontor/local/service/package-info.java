/** The services and the gateway as processes of their own. */
@NullMarked
package kontor.local.service;

import org.jspecify.annotations.NullMarked;
