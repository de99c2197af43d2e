const services = ["identity", "catalog", "ledger", "order", "invoice", "support", "chat"];

window.ui = SwaggerUIBundle({
  dom_id: "#swagger-ui",
  urls: services.map((name) => ({ name, url: "/v3/api-docs/" + name })),
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  // Documents stay here: nothing is sent to a validator elsewhere.
  validatorUrl: null,
});
