-- INV-24: whatever Keycloak shall know is on its way; none of its users is stuck on a refusal.
select subject, member_id, failure from keycloak_change
where synced < revision and failure is not null and failure <> 'unavailable'
limit 100
