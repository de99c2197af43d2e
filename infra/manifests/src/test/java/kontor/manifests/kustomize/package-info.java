/** As much of kustomize as the manifests use, so that they can be judged where there is no kubectl (ADR 061). */
@NullMarked
package kontor.manifests.kustomize;

import org.jspecify.annotations.NullMarked;
