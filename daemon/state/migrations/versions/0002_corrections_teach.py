"""corrections teach, conversations can be moved

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("company", sa.String(length=200), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_message_id"), ["message_id"], unique=False)

    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.add_column(sa.Column("read_as", sa.String(length=30), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("form", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("evidence_rules", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("reread_due", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("requisition", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("agency", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index(batch_op.f("ix_message_sender_email"), ["sender_email"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_sender_email"))
        batch_op.drop_column("agency")
        batch_op.drop_column("requisition")
        batch_op.drop_column("reread_due")
        batch_op.drop_column("evidence_rules")

    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_column("form")
        batch_op.drop_column("read_as")

    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placement_message_id"))

    op.drop_table("placement")
