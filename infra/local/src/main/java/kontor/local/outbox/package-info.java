/** What is on its way between the services, and sending again what a broker has lost. */
@NullMarked
package kontor.local.outbox;

import org.jspecify.annotations.NullMarked;
