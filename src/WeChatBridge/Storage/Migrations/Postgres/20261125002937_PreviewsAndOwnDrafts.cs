using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WeChatBridge.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PreviewsAndOwnDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts");

            migrationBuilder.AlterColumn<long>(
                name: "PublicationId",
                table: "SendingAttempts",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<long>(
                name: "PreviewId",
                table: "SendingAttempts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PhonePreviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublicationId = table.Column<long>(type: "bigint", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClaimedUntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhonePreviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhonePreviews_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OwnDrafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublicationId = table.Column<long>(type: "bigint", nullable: true),
                    Sending = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PreviewId = table.Column<long>(type: "bigint", nullable: true),
                    Contents = table.Column<string>(type: "character varying(520)", maxLength: 520, nullable: false),
                    MediaId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    ClaimedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClaimedUntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwnDrafts_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OwnDrafts_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PreviewItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PreviewId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    SubjectId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewItems_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PreviewItems_StoredFiles_ContentHash",
                        column: x => x.ContentHash,
                        principalTable: "StoredFiles",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreviewRecipients",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PreviewId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    StaffName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    WeChatName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewRecipients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewRecipients_PhonePreviews_PreviewId",
                        column: x => x.PreviewId,
                        principalTable: "PhonePreviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempts_PreviewId",
                table: "SendingAttempts",
                column: "PreviewId");

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempts_Step_BegunAt",
                table: "SendingAttempts",
                columns: new[] { "Step", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_AccountKey_MediaId",
                table: "OwnDrafts",
                columns: new[] { "AccountKey", "MediaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_PreviewId",
                table: "OwnDrafts",
                column: "PreviewId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_PublicationId",
                table: "OwnDrafts",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnDrafts_State",
                table: "OwnDrafts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_AccountKey_AskedAt",
                table: "PhonePreviews",
                columns: new[] { "AccountKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_PublicationId",
                table: "PhonePreviews",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_PhonePreviews_State",
                table: "PhonePreviews",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_ContentHash",
                table: "PreviewItems",
                column: "ContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_PreviewId_Position",
                table: "PreviewItems",
                columns: new[] { "PreviewId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreviewItems_SubjectId_ContentHash",
                table: "PreviewItems",
                columns: new[] { "SubjectId", "ContentHash" });

            migrationBuilder.CreateIndex(
                name: "IX_PreviewRecipients_PreviewId_Position",
                table: "PreviewRecipients",
                columns: new[] { "PreviewId", "Position" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_PhonePreviews_PreviewId",
                table: "SendingAttempts",
                column: "PreviewId",
                principalTable: "PhonePreviews",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts",
                column: "PublicationId",
                principalTable: "Publications",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_PhonePreviews_PreviewId",
                table: "SendingAttempts");

            migrationBuilder.DropForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts");

            migrationBuilder.DropTable(
                name: "OwnDrafts");

            migrationBuilder.DropTable(
                name: "PreviewItems");

            migrationBuilder.DropTable(
                name: "PreviewRecipients");

            migrationBuilder.DropTable(
                name: "PhonePreviews");

            migrationBuilder.DropIndex(
                name: "IX_SendingAttempts_PreviewId",
                table: "SendingAttempts");

            migrationBuilder.DropIndex(
                name: "IX_SendingAttempts_Step_BegunAt",
                table: "SendingAttempts");

            migrationBuilder.DropColumn(
                name: "PreviewId",
                table: "SendingAttempts");

            migrationBuilder.AlterColumn<long>(
                name: "PublicationId",
                table: "SendingAttempts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_SendingAttempts_Publications_PublicationId",
                table: "SendingAttempts",
                column: "PublicationId",
                principalTable: "Publications",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
