import CRMEngine

/// Format 4, frozen: what contracts show of their payments.
enum Format4 {
  static let step = Migrations.Step.sql([
    """
    ALTER TABLE contract ADD COLUMN "paid" INTEGER
    """,
    """
    ALTER TABLE contract ADD COLUMN "left" INTEGER
    """,
    """
    UPDATE contract SET "paid" = (SELECT coalesce(sum(k.allocated), 0) FROM payment_contract k \
    JOIN payment p ON p.id = k.payment WHERE k.contract = contract.id AND p.deleted IS NULL \
    AND p.status = 'confirmed')
    """,
    """
    UPDATE contract SET "left" = "value" - "paid"
    """,
  ])
}
